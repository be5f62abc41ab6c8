import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packs } from '../policies/index.ts'
import { writePoliciesDocument } from './policies-document.ts'

/** `npm run policies`: writes docs/policies.md from the packs. */
const place = fileURLToPath(new URL('../docs/policies.md', import.meta.url))
writeFileSync(place, writePoliciesDocument(Object.values(packs)))
process.stdout.write('docs/policies.md is written.\n')
