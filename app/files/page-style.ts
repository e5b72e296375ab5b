/** For pages that are read from a file: one style, no script, nothing from elsewhere. */
export const PAGE_STYLE = `
:root{color-scheme:light dark}
body{max-width:60rem;margin:0 auto;padding:2rem 1rem 4rem;font:1.05rem/1.55 system-ui,sans-serif}
h1,h2{font-family:Charter,Georgia,serif;font-weight:500;line-height:1.2}
h2{margin:2.5rem 0 .75rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{padding:.5rem .75rem .5rem 0;border-top:1px solid #8888;text-align:left;vertical-align:top}
dl div{padding:.6rem 0;border-top:1px solid #8888}
dt{opacity:.75}dd{margin:0}dd p{margin:0}
details{margin:.75rem 0}summary{cursor:pointer;min-height:2.75rem}
`;
