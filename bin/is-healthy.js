// For a container: ends with 0 when the process beside it answers. The portal answers on PORT, a gateway on GATEWAY_PORT.
const port = process.argv[2] ?? process.env.PORT ?? '3000'
const healthy = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(3_000) }).then(
  ({ ok }) => ok,
  () => false,
)
process.exit(healthy ? 0 : 1)
