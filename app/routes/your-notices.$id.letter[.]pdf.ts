export { noticeAsPdf as loader } from '../doors/notices.server.ts'
