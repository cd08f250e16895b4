/** The rules under which the page runs: its own files and its own server, and nothing else. */
export const RULES = {
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>switchhook inspector</title>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<main>
<h1>switchhook inspector</h1>
<p id="status" role="status">The inspector connects.</p>
<pre id="how" hidden></pre>
<div id="place"></div>
</main>
<script type="module" src="/page.js"></script>
</body>
</html>
`;

export const STYLE = `:root { color-scheme: light dark; }
html, body, main { block-size: 100%; margin: 0; }
body { font: 15px/1.5 system-ui, sans-serif; }
main { display: flex; flex-direction: column; }
#place { flex: 1; min-block-size: 0; }
main:not(.shown) { padding: 2rem; box-sizing: border-box; max-inline-size: 46rem; margin-inline: auto; }
main:not(.shown) #place { display: none; }
main.shown h1, main.shown pre { position: absolute; clip-path: inset(50%); }
main.shown #status { margin: 0; padding: 0.2rem 0.8rem; }
main.shown #status:empty { display: none; }
pre { padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid; border-radius: 6px; }
`;
