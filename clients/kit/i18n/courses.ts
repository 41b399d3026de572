import en from '../languages/en/courses.json';
import type { Course } from '../protocol';
import { words } from './words.svelte';

const courses = words(en, import.meta.glob(['../languages/*/courses.json', '!**/en/*']));

const names = {
  COURSE_UNSPECIFIED: 'planned',
  COURSE_PLANNED: 'planned',
  COURSE_OPEN: 'open',
  COURSE_SUSPENDED: 'suspended',
  COURSE_CLOSED: 'closed',
} as const;

export function courseName(course: Course): string {
  return courses(names[course]);
}
