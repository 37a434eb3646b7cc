/** What commands and public classes use of this folder. They load it where code is written, and not before. */
export { adopt, isExact, type Adopted, type AdoptionInput } from './adopt';
export { appFiles, chartFile, type AppFile } from './app/app-files';
export { adoptionText, patchedFields } from './report/adoption-text';
