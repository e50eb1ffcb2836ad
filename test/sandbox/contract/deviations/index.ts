import { generalDeviations } from './general';
import { studyDeviations } from './studies';

export { generalDeviations, studyDeviations };

export const deviations = [...generalDeviations, ...studyDeviations];
