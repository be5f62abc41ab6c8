import { connect } from 'node:net'

type Ask = { port: number; path: string; headers?: Record<string, string> }

const connections = 16

/** How long an answer is, or null while it has not arrived whole. Only what our own servers send is understood. */
function lengthOf(bytes: Buffer): number | null {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = bytes.subarray(0, end).toString('latin1')
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`the server answered ${head.split('\r\n')[0]}`)
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? []
  if (length !== undefined) return end + 4 + Number(length) <= bytes.length ? end + 4 + Number(length) : null
  return bytes.subarray(-5).toString('latin1') === '0\r\n\r\n' ? bytes.length : null
}

/** Asks for one page over and over on kept connections, one question at a time on each, and counts whole answers. */
export async function countAnswers({ port, path, headers = {} }: Ask, ms: number): Promise<number> {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  const question = `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
  const until = performance.now() + ms
  let answers = 0
  const ask = () =>
    new Promise<void>((done, failed) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(question))
      let parts: Buffer[] = []
      socket.on('error', failed)
      socket.on('data', (part: Buffer) => {
        parts.push(part)
        const bytes = parts.length === 1 ? part : Buffer.concat(parts)
        if (lengthOf(bytes) === null) return
        parts = []
        answers += 1
        if (performance.now() < until) socket.write(question)
        else socket.end(done)
      })
    })
  await Promise.all(Array.from({ length: connections }, ask))
  return answers
}

/** One page in whole, for its size. */
export async function fetchPage({ port, path, headers = {} }: Ask): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'error' })
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return await answer.text()
}
