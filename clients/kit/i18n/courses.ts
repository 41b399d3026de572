import type { Course } from '../protocol';
import { common } from './common';

const names = {
  COURSE_UNSPECIFIED: 'course.planned',
  COURSE_PLANNED: 'course.planned',
  COURSE_OPEN: 'course.open',
  COURSE_SUSPENDED: 'course.suspended',
  COURSE_CLOSED: 'course.closed',
} as const;

export function courseName(course: Course): string {
  return common(names[course]);
}
