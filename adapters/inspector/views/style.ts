const LIGHT = `
--ground:#f4f6fa;--paper:#fff;--ink:#1b2433;--quiet:#51607a;--line:#ccd5e3;--accent:#1d4ed8;--accent-ink:#fff;--soft:#e3ebfa;
--region:#eff4fd;--region-line:#7c9fd6;--group:#f8fbff;--group-line:#a9c0e6;--state:#fff;--arrow:#c2410c;--entered:#fb923c;
--ok:#166534;--ok-ground:#dcf5e3;--no:#8a4b08;--no-ground:#fcefd9;--mark:#fde68a;color-scheme:light`;
const DARK = `
--ground:#0b1220;--paper:#131c2e;--ink:#e6ebf3;--quiet:#a3b1c8;--line:#33425c;--accent:#7db0ff;--accent-ink:#0a1730;--soft:#223555;
--region:#121e36;--region-line:#5b7fb8;--group:#182640;--group-line:#41608f;--state:#1f2c44;--arrow:#ffb074;--entered:#fb923c;
--ok:#9be3b0;--ok-ground:#15392a;--no:#f6cf90;--no-ground:#42300f;--mark:#6b5410;color-scheme:dark`;

/** How the inspector looks. As text, because a page's rules may forbid elements and attributes of style. */
export const STYLE = `
:host{all:initial;display:block;block-size:100%;min-block-size:420px;container-type:size;${LIGHT}}
@media(prefers-color-scheme:dark){:host(:not([data-theme=light])){${DARK}}}
:host([data-theme=dark]){${DARK}}
*{box-sizing:border-box}
.inspector{font:13px/1.4 Helvetica,Arial,'Liberation Sans',sans-serif;color:var(--ink);background:var(--ground);block-size:100%;
 display:grid;grid-template:auto minmax(0,1fr)/minmax(0,1fr) minmax(320px,31%)}
.bar{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:8px;align-items:center;padding:6px 12px;border-block-end:1px solid var(--line);background:var(--paper)}
.bar .title{font-weight:bold;margin-inline-end:4px}
.bar .position{color:var(--quiet);min-inline-size:15ch;font-variant-numeric:tabular-nums}
.bar .space{flex:1}
button,select,input{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:3px 9px;min-block-size:26px}
button{cursor:pointer}
button:hover:not(:disabled){border-color:var(--accent)}
button:disabled{color:var(--quiet);cursor:default;opacity:.75}
button[aria-pressed=true]{background:var(--accent);border-color:var(--accent);color:var(--accent-ink)}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.map{overflow:auto;min-block-size:0}
.map svg{display:block}
.map text{font:13px Helvetica,Arial,'Liberation Sans',sans-serif;fill:var(--ink);pointer-events:none}
.map .title{font-size:12px;font-weight:bold}
.map .name{text-anchor:middle}
.box{cursor:pointer}
.box rect{fill:var(--state);stroke:var(--line)}
.box circle{fill:var(--quiet)}
.region>rect{fill:var(--region);stroke:var(--region-line);stroke-dasharray:4 3}
.region>.title{fill:var(--accent)}
.group>rect{fill:var(--group);stroke:var(--group-line)}
.history>rect{fill:none;stroke-dasharray:2 3}
.history>.name{fill:var(--quiet)}
.box.active.group>rect,.box.active.region>rect{stroke:var(--accent);stroke-width:1.5}
.box.active.state>rect,.box.active.leaf>rect{fill:var(--accent);stroke:var(--accent);stroke-dasharray:none}
.box.active.state>.name,.box.active.leaf>.name{fill:var(--accent-ink);font-weight:bold}
.box.active.state>circle,.box.active.leaf>circle{fill:var(--accent-ink)}
.map .box.box.entered>rect{stroke:var(--entered);stroke-width:3}
.map .box.box.lit>rect{stroke:var(--arrow);stroke-width:3;stroke-dasharray:5 3}
.map .box.box.selected>rect{stroke:var(--ink);stroke-width:2.5;stroke-dasharray:none}
.arrow path{fill:none;stroke:var(--arrow);stroke-width:2.2}
.arrow .head{fill:var(--arrow);stroke:none}
.map .arrow text{fill:var(--arrow);font-size:12px;font-weight:bold;text-anchor:middle;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.side{display:grid;grid-template-rows:minmax(0,11fr) minmax(0,9fr);min-block-size:0;border-inline-start:1px solid var(--line);background:var(--paper)}
.tabs{display:flex;gap:2px;padding:6px 10px 0;border-block-end:1px solid var(--line)}
.tabs button{border-radius:6px 6px 0 0;border-block-end:none}
.tabs button[aria-selected=true]{background:var(--accent);border-color:var(--accent);color:var(--accent-ink)}
.detail{display:grid;grid-template:auto minmax(0,1fr)/minmax(0,1fr);min-block-size:0}
.panel{overflow:auto;padding:10px 12px}
.panel h2{font-size:14px;margin:0 0 2px;overflow-wrap:anywhere}
.panel h3{font-size:12px;margin:12px 0 4px;color:var(--quiet)}
.panel p{margin:2px 0}
.panel .quiet{color:var(--quiet)}
.badge{display:inline-block;border-radius:9px;padding:0 8px;margin-inline-start:6px;font-size:11px;font-weight:bold;background:var(--soft);color:var(--ink);vertical-align:1px}
.badge.on{background:var(--accent);color:var(--accent-ink)}
.chips{list-style:none;margin:0;padding:0;display:grid;gap:3px}
.chips li{border-radius:6px;padding:2px 8px}
.chips .yes{background:var(--ok-ground);color:var(--ok)}
.chips .no{background:var(--no-ground);color:var(--no)}
.chips b{margin-inline-end:6px}
.reactions{list-style:none;margin:0;padding:0}
.reactions li{padding:2px 0;border-block-end:1px solid var(--line);overflow-wrap:anywhere}
.reactions code,.panel pre{font:12px ui-monospace,'DejaVu Sans Mono',monospace}
.reactions .guard{color:var(--quiet)}
.reactions button{padding:0 6px;min-block-size:24px;color:var(--accent);border-color:transparent;background:none;text-decoration:underline;text-underline-offset:2px}
.panel pre{margin:4px 0 0;white-space:pre-wrap;overflow-wrap:anywhere}
.happenings{display:grid;grid-template:auto minmax(0,1fr)/minmax(0,1fr);min-block-size:0;border-block-start:1px solid var(--line)}
.filters{display:flex;gap:6px;padding:6px 10px;border-block-end:1px solid var(--line)}
.filters input{flex:1;min-inline-size:0}
.list{overflow:auto;position:relative}
.list .rows{position:relative}
.row{position:absolute;inset-inline:0;block-size:24px;line-height:24px;padding:0 10px;display:grid;grid-template-columns:4.5ch 12ch minmax(0,1fr);gap:8px;cursor:pointer;white-space:nowrap;font-variant-numeric:tabular-nums}
.row span{overflow:hidden;text-overflow:ellipsis}
.row .number,.row .time{color:var(--quiet)}
.row .outcome{color:var(--quiet);margin-inline-start:6px}
.row.odd .outcome{color:var(--no);font-weight:bold}
.row.command .type{color:var(--accent);font-weight:bold}
.row[aria-selected=true]{background:var(--accent);color:var(--accent-ink)}
.row.row[aria-selected=true] span{color:inherit}
.empty,.problem{padding:12px;color:var(--quiet)}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
@container(max-inline-size:820px){.inspector{grid-template:auto minmax(0,3fr) minmax(0,2fr)/minmax(0,1fr)}
 .side{border-inline-start:none;border-block-start:1px solid var(--line);grid-template:minmax(0,1fr)/minmax(0,1fr) minmax(0,1fr)}.happenings{border-block-start:none;border-inline-start:1px solid var(--line)}}
`.replace(/\n\s*/g, '');
