/** The one error this package throws. `code` is for programs, `message` names cause and remedy, `cause` what lay under it. */
export class TishuError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.name = "TishuError";
    this.code = code;
  }
}

export const disposed = () =>
  new TishuError("disposed", "This engine was disposed of; call load() or loadInWorker() for a new one.");

export const aborted = (signal) =>
  new TishuError("aborted", "The call was aborted by its signal.", { cause: signal.reason });

export const notAwaited = (name, method) =>
  new TishuError("load", `${method}() was called on the promise of ${name}(): write \`const tishu = await ${name}()\` first.`);
