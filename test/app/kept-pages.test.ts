import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keptPages } from '../../app/kept-pages.ts'

let now = new Date('2026-11-25T10:00:00Z')
let rendered: string[] = []
let status = 200
let base = ''
let stop: () => Promise<void>

beforeEach(async () => {
  now = new Date('2026-11-25T10:00:00Z')
  rendered = []
  status = 200
  const app = express()
  app.use(
    keptPages({
      isSecure: false,
      clock: { now: () => now },
      render: async (address) => {
        rendered.push(address)
        const lang = new URLSearchParams(address.split('?')[1]).get('lang') ?? ''
        return new Response(`<p>${address} ${'word '.repeat(500)}</p>`, {
          status,
          headers: { 'Content-Language': lang, 'Set-Cookie': 'never=kept' },
        })
      },
    }),
  )
  app.use((_, response) => response.send('from Remix'))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stop = () => new Promise((closed) => server.close(() => closed()))
})

afterEach(async () => await stop())

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(base + path, { method, headers: { 'accept-encoding': 'identity', ...headers } })

describe('a public page', () => {
  test('is rendered once, and once more for each language, size and contrast', async () => {
    for (const _ of [1, 2, 3]) await get('/help')
    expect(rendered).toEqual(['/help?lang=en&size=standard'])
    await get('/help?lang=ur&size=large&contrast=high')
    await get('/help', { cookie: 'clearway-page=ur.large.high' })
    await get('/help', { 'accept-language': 'pl;q=0.8, xx, ur;q=0.5' })
    expect(rendered.slice(1)).toEqual([
      '/help?lang=ur&size=large&contrast=high',
      '/help?lang=pl&size=standard',
    ])
  })

  test('is rendered once for many who ask at the same instant', async () => {
    await Promise.all(Array.from({ length: 20 }, () => get('/')))
    expect(rendered).toHaveLength(1)
  })

  test('has a strong tag of its own in each coding, and is not sent twice', async () => {
    const codings = ['identity', 'gzip', 'br']
    const answers = await Promise.all(codings.map((coding) => get('/', { 'accept-encoding': coding })))
    const tags = answers.map((each) => each.headers.get('etag') ?? '')
    expect(new Set(tags).size).toBe(3)
    for (const tag of tags) expect(tag).toMatch(/^"[^"]+"$/)
    for (const [at, coding] of codings.entries()) {
      const again = await get('/', { 'accept-encoding': coding, 'if-none-match': `W/${tags[at]}, "other"` })
      expect([again.status, await again.text()]).toEqual([304, ''])
      const other = await get('/', { 'accept-encoding': coding, 'if-none-match': '"other"' })
      expect(other.status).toBe(200)
    }
  })

  test('is the same page in each coding, and plain for a browser that asks for none', async () => {
    const raw = async (coding: string) => {
      const { request } = await import('node:http')
      return await new Promise<{ coding: string | undefined; body: Buffer }>((done) => {
        request(`${base}/`, { headers: { 'accept-encoding': coding } }, (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () =>
            done({ coding: answer.headers['content-encoding'], body: Buffer.concat(chunks) }),
          )
        }).end()
      })
    }
    const plain = (await raw('identity')).body.toString()
    const zipped = await raw('gzip, deflate')
    const brotli = await raw('gzip, deflate, br')
    const refused = await raw('br;q=0, gzip;q=0.5')
    expect([zipped.coding, brotli.coding, refused.coding]).toEqual(['gzip', 'br', 'gzip'])
    expect(gunzipSync(zipped.body).toString()).toBe(plain)
    expect(brotliDecompressSync(brotli.body).toString()).toBe(plain)
    expect((await raw('')).coding).toBeUndefined()
  })

  test('is asked about again each time, and says what it differs by', async () => {
    const { headers } = await get('/help')
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('vary')).toBe('Accept-Encoding, Accept-Language, Cookie')
    expect(headers.get('content-language')).toBe('en')
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('remembers what was asked for, beside what was remembered, in this browser alone', async () => {
    const { headers } = await get('/help?size=giant', { cookie: 'other=1; clearway-page=ur..high' })
    expect(headers.get('set-cookie')).toContain('clearway-page=ur.giant.high;')
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect(rendered).toEqual(['/help?lang=ur&size=giant&contrast=high'])
  })

  test('of yesterday is not shown today, by London’s midnight', async () => {
    now = new Date('2026-06-30T22:59:59Z')
    await get('/')
    now = new Date('2026-06-30T22:59:59.999Z')
    await get('/')
    expect(rendered).toHaveLength(1)
    now = new Date('2026-06-30T23:00:00Z')
    await get('/')
    expect(rendered).toHaveLength(2)
  })

  test('answers HEAD without a body', async () => {
    const answer = await get('/', {}, 'HEAD')
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(1_000)
  })
})

describe('on to Remix goes', () => {
  test.each([
    ['somebody who is signed in', '/help', { cookie: 'clearway-page=ur; clearway-customer=token' }, 'GET'],
    ['and under https', '/help', { cookie: '__Host-clearway-customer=token' }, 'GET'],
    ['a form', '/help', {}, 'POST'],
    ['another page', '/your-restrictions', {}, 'GET'],
    ['what asks for more than a look', '/sign-in?next=/appeal', {}, 'GET'],
    ['an address that only begins like a page', '/help/me', {}, 'GET'],
  ])('%s', async (_, path, headers, method) => {
    expect(await (await get(path, headers, method)).text()).toBe('from Remix')
    expect(rendered).toEqual([])
  })

  test('a page that cannot be rendered, and it is tried again', async () => {
    status = 500
    expect(await (await get('/')).text()).toBe('from Remix')
    status = 200
    expect(await (await get('/')).text()).not.toBe('from Remix')
  })
})

test('no address of a stranger’s making is kept: the most there can be is every page in every look', async () => {
  const { languages } = await import('../../words/catalogue.ts')
  for (const { code } of [...languages, { code: 'xx' }, { code: 'zz' }])
    for (const size of ['standard', 'large', 'giant', '1', '2'])
      for (const contrast of ['', 'normal', 'high', 'a', 'b'])
        await get(`/help?lang=${code}&size=${size}&contrast=${contrast}`)
  expect(rendered).toHaveLength(languages.length * 3 * 3)
})

test('a language, a size or a contrast that nobody has is as good as none', async () => {
  await get('/?lang=xx&size=huge&contrast=pink', { cookie: 'clearway-page=..%3Cscript%3E' })
  expect(rendered).toEqual(['/?lang=en&size=standard'])
})
