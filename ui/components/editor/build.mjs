// Bundles src/ and its stylesheet into editor-<hash>.js beside it, with the licences of what is inside. `npm ci && npm run build`.
import { build } from "esbuild"
import { createHash } from "node:crypto"
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { gzipSync } from "node:zlib"

const result = await build({
  entryPoints: ["src/editor.js"], bundle: true, minify: true, format: "esm", target: "es2022",
  charset: "utf8", loader: { ".css": "text" }, legalComments: "none", write: false, metafile: true,
})
const bundle = result.outputFiles[0].contents
const hash = createHash("sha256").update(bundle).digest("hex").slice(0, 10)
for (const old of readdirSync(".")) if (/^editor-[0-9a-f]{10}\.js$/.test(old)) rmSync(old)
writeFileSync(`editor-${hash}.js`, bundle)

const inside = Object.keys(result.metafile.inputs).map(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
const licences = [...new Set(inside.filter(Boolean))].sort().map(name => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"))
  return `${name} ${version} (${license})\n\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim()}\n`
})
writeFileSync("LICENSES.txt", `The bundle holds these packages.\n\n${licences.join(`\n${"-".repeat(80)}\n\n`)}`)
console.log(`editor-${hash}.js: ${bundle.length} bytes, ${gzipSync(bundle, { level: 9 }).length} gzipped`)
