import { generalDeviations } from './general';
import { studyDeviations } from './studies';

export { generalDeviations };

export const deviations = [...generalDeviations, ...studyDeviations];
