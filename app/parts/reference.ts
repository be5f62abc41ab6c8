export { shortReference } from '../../rules/reference.ts'
