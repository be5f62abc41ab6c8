import { vitePlugin as remix } from '@remix-run/dev'
import rtlcss from 'postcss-rtlcss'
import { defineConfig } from 'vite'
import options from './remix.config.js'

export default defineConfig({
  plugins: [remix(options)],
  css: {
    postcss: { plugins: [rtlcss()] },
    preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } },
  },
  build: { assetsInlineLimit: 0, cssMinify: true },
  // Node loads these as they are; only the house's own files are put into the build.
  ssr: { target: 'node' },
})
