import fc from 'fast-check';

/**
 * Property tests try the same cases on every machine and at every time. `FUZZ=1` lets them look for new ones; what they
 * find tells its seed.
 */
if (process.env.FUZZ === undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_200_706 });
