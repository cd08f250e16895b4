/** How the pictures of the chart look, in light and in dark; they have a ground of their own. */
export const LOOK = `
text{font:13px Helvetica,Arial,'Liberation Sans',sans-serif;fill:#1f2937}
.title{font-size:12px;font-weight:bold}
.name{text-anchor:middle}
.ground{fill:#f8fafc}
.box rect{fill:#fff;stroke:#cbd5e1}
.box circle{fill:#475569}
.region>rect{fill:#f1f6ff;stroke:#7c9fd6;stroke-dasharray:4 3}
.region>.title{fill:#1d4ed8}
.group>rect{fill:#f8fbff;stroke:#a9c0e6}
.group>.title{fill:#334e7d}
.history>rect{fill:none;stroke-dasharray:2 3}
.history>.name{fill:#64748b}
.small{font-size:11.5px}
.meaning{fill:#526076}
.command{fill:#e3ebfa}
.commandName{fill:#1e3a8a}
.event{fill:#334155}
.target{fill:#1d4ed8}
.line{stroke:#e2e8f0}
.known{fill:#2563eb}
.against{fill:none;stroke:#b45309;stroke-width:1.6}
@media(prefers-color-scheme:dark){
text{fill:#e5e7eb}
.ground{fill:#0f172a}
.box rect{fill:#1e293b;stroke:#475569}
.box circle{fill:#cbd5e1}
.region>rect{fill:#131f38;stroke:#5b7fb8}
.region>.title{fill:#93c5fd}
.group>rect{fill:#182640;stroke:#41608f}
.group>.title{fill:#bfd3f5}
.history>rect{fill:none}
.history>.name{fill:#94a3b8}
.meaning{fill:#9fb0c8}
.command{fill:#24385f}
.commandName{fill:#cfe0ff}
.event{fill:#cbd5e1}
.target{fill:#93c5fd}
.line{stroke:#283548}
.known{fill:#60a5fa}
.against{stroke:#fbbf24}
}
`.replace(/\n/g, '');
