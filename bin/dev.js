// npm run dev: the whole house, reloading as files change.
process.env.CLEARWAY_DEV = '1'
await import('./start.js')
