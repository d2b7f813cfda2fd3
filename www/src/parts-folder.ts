/** The folder of the parts, beside the page; its name changes with the version of pdf.js, so that no old file is met. */
export const PARTS = "pdfjs-5.6.205";
