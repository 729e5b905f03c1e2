// Builds what the browser gets into ../wwwroot/built: the stylesheet and that of chosen formats, the scripts, one font file, the icons.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import * as sass from 'sass'
import { logical } from './logical.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const built = join(here, '../wwwroot/built')
const modules = join(here, 'node_modules')
const font = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'

await rm(built, { recursive: true, force: true })
await mkdir(built, { recursive: true })
await cp(join(here, 'static'), built, { recursive: true })
await cp(join(modules, `${font}-latin-wght-normal.woff2`), join(built, 'hyperlegible.woff2'))
await cp(join(modules, `${font}-latin-ext-wght-normal.woff2`), join(built, 'hyperlegible-ext.woff2'))

for (const name of ['kept', 'formats']) {
  const sheet = sass.compile(join(here, `scss/${name}.scss`), { loadPaths: [modules], quietDeps: true })
  const { code } = await esbuild.transform(logical(sheet.css), { loader: 'css', minify: true, target: 'es2022' })
  await writeFile(join(built, `${name}.css`), code)
}

await esbuild.build({
  entryPoints: [join(here, 'js/kept.js'), join(here, 'js/pupil-picker.js'), join(here, 'js/passkey.js'), join(here, 'js/uploads.js'), join(here, 'js/read-aloud.js')],
  bundle: true, minify: true, format: 'esm', target: 'es2022', legalComments: 'none', outdir: built
})

for (const name of ['kept.css', 'formats.css', 'kept.js', 'read-aloud.js', 'pupil-picker.js', 'hyperlegible.woff2']) {
  const bytes = await readFile(join(built, name))
  console.log(name.padEnd(20), `${(gzipSync(bytes, { level: 9 }).length / 1024).toFixed(1)} KB compressed`)
}
