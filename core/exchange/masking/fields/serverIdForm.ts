/** Ids that the native API made: they stay, wherever they stand ("evt_…" is documented, the others are assumed). */
export const serverIdForm = /^(?:evt|prof|job)_[A-Za-z0-9_-]+$/;
