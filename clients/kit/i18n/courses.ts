import { Course } from '$proto/room_pb';
import { common } from './common';

const names = {
  [Course.UNSPECIFIED]: 'course.planned',
  [Course.PLANNED]: 'course.planned',
  [Course.OPEN]: 'course.open',
  [Course.SUSPENDED]: 'course.suspended',
  [Course.CLOSED]: 'course.closed',
} as const;

/** Where a meeting stands, in a word. */
export function courseName(course: Course): string {
  return common(names[course]);
}
