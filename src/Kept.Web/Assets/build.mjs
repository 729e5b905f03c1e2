// Builds what the browser gets into ../wwwroot/built: the stylesheet and that of chosen formats, the scripts, one font file, the icons.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import * as sass from 'sass'
import subsetFont from 'subset-font'
import { logical } from './logical.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const built = join(here, '../wwwroot/built')
const modules = join(here, 'node_modules')
const font = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'

await rm(built, { recursive: true, force: true })
await mkdir(built, { recursive: true })
await cp(join(here, 'static'), built, { recursive: true })

const styles = async name => {
  const { css } = sass.compile(join(here, `scss/${name}.scss`), { loadPaths: [modules], quietDeps: true })
  const { code } = await esbuild.transform(logical(css), { loader: 'css', minify: true, target: 'es2022' })
  await writeFile(join(built, `${name}.css`), code)
  return css
}
const kept = await styles('kept')
await styles('formats')

// Of each font file only the characters that its @font-face is asked for, and the weights that Kept uses: half the bytes of every first view.
const characters = ranges => [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].flatMap(([, first, last = first]) =>
  Array.from({ length: parseInt(last, 16) - parseInt(first, 16) + 1 }, (_, i) => String.fromCodePoint(parseInt(first, 16) + i))).join('')
for (const [, face] of kept.matchAll(/@font-face\s*{([^}]+)}/g)) {
  const name = face.match(/\/built\/([^"]+)\.woff2/)[1]
  const whole = await readFile(join(modules, `${font}-${name.endsWith('-ext') ? 'latin-ext' : 'latin'}-wght-normal.woff2`))
  const [min, max] = face.match(/font-weight:\s*(\d+) (\d+)/).slice(1).map(Number)
  await writeFile(join(built, `${name}.woff2`), await subsetFont(whole, characters(face.match(/unicode-range:([^;]+)/)[1]), { targetFormat: 'woff2', variationAxes: { wght: { min, max } } }))
}

await esbuild.build({
  entryPoints: [join(here, 'js/kept.js'), join(here, 'js/pupil-picker.js'), join(here, 'js/passkey.js'), join(here, 'js/uploads.js'), join(here, 'js/read-aloud.js')],
  bundle: true, minify: true, format: 'esm', target: 'es2022', legalComments: 'none', outdir: built
})

for (const name of ['kept.css', 'formats.css', 'kept.js', 'read-aloud.js', 'pupil-picker.js', 'hyperlegible.woff2']) {
  const bytes = await readFile(join(built, name))
  console.log(name.padEnd(20), `${(gzipSync(bytes, { level: 9 }).length / 1024).toFixed(1)} KB compressed`)
}
