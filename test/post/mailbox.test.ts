import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MailFolder, listMail, readMail } from '../../post/mailbox.ts'
import { NotSent, openMailOut } from '../../post/mail-out.ts'
import { aLandlord, aMail } from './factories.ts'

let dataDir: string
let where: MailFolder

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'clearway-mail-'))
  where = { mode: 'demo', smtpUrl: null, dataDir }
})

afterEach(() => rm(dataDir, { recursive: true, force: true }))

const openFiles = () => openMailOut({ smtpUrl: null, dataDir, landlord: aLandlord() })

describe('mail written as files', () => {
  test('is in the folder of its desk, its colleague or the customers, byte for byte', async () => {
    const mail = openFiles()
    await mail.toDesk('urgent', aMail())
    await mail.toDesk('sam-reed', aMail())
    await mail.toDesk('../../nobody', aMail())
    await mail.toCustomer('weekly@demo.example', aMail())
    expect((await readdir(join(dataDir, 'mail/desk'))).sort()).toEqual(['contact', 'sam-reed', 'urgent'])
    const [file] = await readdir(join(dataDir, 'mail/customer'))
    expect(await readFile(join(dataDir, 'mail/customer', file ?? ''))).toEqual(aMail())
  })

  test('a hundred at once make a hundred files, and nothing unfinished stays', async () => {
    const mail = openFiles()
    await Promise.all(Array.from({ length: 100 }, () => mail.toDesk('contact', aMail())))
    const files = await readdir(join(dataDir, 'mail/desk/contact'))
    expect(files.filter((file) => /^[0-9TZ]+-[0-9a-f-]+\.eml$/.test(file))).toHaveLength(100)
    expect(files).toHaveLength(100)
  })

  test('a folder that cannot be written is an error with its code, and never a message that seems sent', async () => {
    await writeFile(join(dataDir, 'mail'), 'a file where the folder goes')
    await expect(openFiles().toDesk('contact', aMail())).rejects.toThrow(NotSent)
    await expect(openFiles().toDesk('contact', aMail())).rejects.toThrow(/ENOTDIR|EEXIST/)
  })
})

describe('the demonstration mailbox', () => {
  test('lists what was written, the newest first, and reads one', async () => {
    const mail = openFiles()
    await mail.toDesk('urgent', aMail([], 'first'))
    await mail.toCustomer('weekly@demo.example', aMail([], 'second'))
    const list = await listMail(where)
    expect(list.map(({ folder, subject }) => [folder, subject])).toEqual([
      ['customer', 'The bins'],
      ['desk/urgent', 'The bins'],
    ])
    const [newest] = list
    expect(await readMail(where, newest?.folder ?? '', newest?.file ?? '')).toMatchObject({
      from: 'weekly@demo.example',
      to: 'contact@landlord.example',
      text: expect.stringContaining('second'),
    })
  })

  test('is empty before anything was sent', async () => {
    expect(await listMail(where)).toEqual([])
  })

  test.each([
    ['customer', '../../secret.eml'],
    ['desk/..', 'secret.eml'],
    ['..', 'secret.eml'],
    ['desk/urgent/..', 'x.eml'],
    ['customer', '..%2f..%2fsecret.eml'],
    ['customer', '.unfinished.eml'],
    ['customer', 'secret.eml\0.txt'],
  ])('never reads another file: %s %s', async (folder, file) => {
    await mkdir(join(dataDir, 'mail/customer'), { recursive: true })
    await writeFile(join(dataDir, 'secret.eml'), aMail())
    await writeFile(join(dataDir, 'mail/secret.eml'), aMail())
    await writeFile(join(dataDir, 'mail/customer/.unfinished.eml'), aMail())
    expect(await readMail(where, folder, file)).toBeNull()
  })

  test('shows nothing in production, nor when mail goes out by SMTP', async () => {
    await openFiles().toCustomer('weekly@demo.example', aMail())
    const [line] = await listMail(where)
    for (const elsewhere of [
      { ...where, mode: 'production' as const },
      { ...where, smtpUrl: 'smtp://mail.example' },
    ]) {
      expect(await listMail(elsewhere)).toEqual([])
      expect(await readMail(elsewhere, line?.folder ?? '', line?.file ?? '')).toBeNull()
    }
  })
})
