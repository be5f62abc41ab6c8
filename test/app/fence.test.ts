import { once } from 'node:events'
import { request as ask, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fence, isFromOurPages } from '../../app/fence.ts'

const home = 'https://contact.landlord.example'

describe('a form is taken only from our own pages', () => {
  it.each([
    ['our origin', { origin: home }, true],
    ['our origin, as the browser confirms', { origin: home, 'sec-fetch-site': 'same-origin' }, true],
    ['no origin, but the browser says it is ours', { 'sec-fetch-site': 'same-origin' }, true],
    ['no origin, from one of our pages', { referer: `${home}/urgent` }, true],
    ['a hidden origin, from one of our pages', { origin: 'null', referer: `${home}/urgent` }, true],
    ['another origin', { origin: 'https://evil.example' }, false],
    [
      'another origin that the browser would call ours',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      false,
    ],
    ['our origin, but the browser says otherwise', { origin: home, 'sec-fetch-site': 'cross-site' }, false],
    [
      'a neighbouring host',
      { origin: 'https://other.landlord.example', 'sec-fetch-site': 'same-site' },
      false,
    ],
    ['our host without its encryption', { origin: 'http://contact.landlord.example' }, false],
    ['a page whose address only begins like ours', { referer: `${home}.evil.example/` }, false],
    ['a hidden origin and nothing else', { origin: 'null' }, false],
    ['nothing that says where from: an old telephone', {}, true],
  ])('%s', (_, headers, isTaken) => {
    expect(isFromOurPages(headers, home)).toBe(isTaken)
  })
})

describe('the fence', () => {
  let server: Server
  let port = 0

  beforeAll(async () => {
    const app = express()
    app.use(fence(home))
    app.all('*', (request, response) => {
      response.json({ method: request.method, url: request.originalUrl, headers: request.headers })
    })
    server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => server.close())

  /** One request with exactly these headers. */
  async function send(method: string, path: string, headers: Record<string, string> = {}, body = '') {
    const sent = ask({
      port,
      host: '127.0.0.1',
      method,
      path,
      headers: { host: 'contact.landlord.example', ...headers },
    })
    sent.end(body)
    const [answer] = await once(sent, 'response')
    let text = ''
    for await (const part of answer) text += part
    return { status: answer.statusCode as number, headers: answer.headers as Record<string, string>, text }
  }

  it('lets no script, no style from elsewhere and no frame onto a page', async () => {
    const { headers } = await send('GET', '/')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';style-src 'self';img-src 'self' data:;font-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
    )
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['strict-transport-security']).toMatch(/^max-age=/)
  })

  it('shows a kind page instead of a form from elsewhere', async () => {
    const { text } = await send('POST', '/contact-us', {
      origin: 'https://evil.example',
      'content-length': '0',
    })
    expect(JSON.parse(text)).toMatchObject({ method: 'GET', url: '/refused/elsewhere' })
  })

  it('lets a form from our own page through', async () => {
    const { text } = await send('POST', '/contact-us', { origin: home, 'content-length': '0' })
    expect(JSON.parse(text)).toMatchObject({ method: 'POST', url: '/contact-us' })
  })

  it.each([
    ['of 512 kB', 512 * 1024, 'POST'],
    ['one byte larger', 512 * 1024 + 1, 'GET'],
  ])('judges a form %s', async (_, bytes, method) => {
    const { text } = await send(
      'POST',
      '/contact-us',
      { origin: home, 'content-length': String(bytes) },
      'x'.repeat(bytes),
    )
    expect(JSON.parse(text).method).toBe(method)
  })

  it('takes an urgent report of any size: its photographs are read as they come', async () => {
    const photographs = { origin: home, 'content-type': 'multipart/form-data; boundary=x' }
    const method = async (path: string, megabytes: number, headers: Record<string, string> = photographs) => {
      const length = { 'content-length': String(megabytes * 1024 * 1024), connection: 'close' }
      return JSON.parse((await send('POST', path, { ...headers, ...length })).text).method
    }
    expect(await method('/urgent/tell', 300)).toBe('POST')
    expect(await method('/urgent/sent/1', 300)).toBe('POST')
    expect(await method('/urgently', 1)).toBe('GET')
    expect(await method('/urgent/tell', 1, { origin: home })).toBe('GET')
    expect(await method('/appeal', 52)).toBe('POST')
    expect(await method('/appeal', 53)).toBe('GET')
  })

  it('shows the kind page where a link was cut off in the middle of a letter', async () => {
    const { text } = await send('GET', '/urgent/%E0%A4%A')
    expect(JSON.parse(text)).toMatchObject({ url: '/nowhere' })
  })

  it.each(['/contact-us?_data=routes/contact-us', '/contact-us.data', '/__manifest?p=/', '/x?_routes=root'])(
    'has nothing for a script: %s',
    async (path) => {
      expect((await send('GET', path)).status).toBe(404)
    },
  )

  it('sends whoever comes by another name to the one public address', async () => {
    const { status, headers } = await send('GET', '/urgent?lang=ur', { host: 'localhost:3000' })
    expect([status, headers.location]).toEqual([302, `${home}/urgent?lang=ur`])
  })

  it.each(['//evil.example/', '/\\evil.example/'])('never sends anybody elsewhere: %s', async (path) => {
    const { headers } = await send('GET', path, { host: 'localhost' })
    expect(new URL(headers.location ?? '').origin).toBe(home)
  })

  it('believes no forwarded host', async () => {
    const { text } = await send('GET', '/', {
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
    })
    expect(text).not.toContain('evil.example')
  })
})
