/**
 * The worker behind `loadInWorker()`: a module without exports, to be given an entry of its own where a bundler does not
 * find it by itself. Its address goes into `options.worker`.
 */
export {};
