import postgres from 'postgres'
import { migrate } from '../../db/migrate.ts'
import { databaseNamed, serverUrl, templateName } from './database.ts'

/** Migrates one template database before the rooms tests; each test file clones it in a few milliseconds. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = postgres(serverUrl(), { max: 1, onnotice: () => undefined })
  await server.unsafe(`drop database if exists ${templateName} with (force)`)
  await server.unsafe(`create database ${templateName}`)
  await migrate(databaseNamed(templateName))
  return async () => {
    await server.unsafe(`drop database if exists ${templateName} with (force)`)
    await server.end()
  }
}
