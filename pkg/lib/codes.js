// What tishu's codes are called elsewhere.

/**
 * UCUM code to Common Code of UN/CEFACT Recommendation 20 ("Codes for Units of Measure Used in International Trade"),
 * after its Annex I. Codes that the recommendation marks as deprecated are left out: hectare is H18, not HAR.
 */
export const REC20 = {
  // length
  km: "KMT", m: "MTR", dm: "DMT", cm: "CMT", mm: "MMT", um: "4H", nm: "C45",
  "[ly]": "B57", AU: "A12", "[nmi_i]": "NMI", "[mi_i]": "SMI", "[ft_i]": "FOT", "[in_i]": "INH",
  // area
  m2: "MTK", km2: "KMK", dm2: "DMK", cm2: "CMK", mm2: "MMK", har: "H18", ar: "H16",
  "[sft_i]": "FTK", "[sin_i]": "INK", "[mi_i]2": "MIK",
  // volume
  m3: "MTQ", km3: "H20", dm3: "DMQ", cm3: "CMQ", mm3: "MMQ", L: "LTR", mL: "MLT", dL: "DLT", hL: "HLT", kL: "K6", uL: "4G",
  "[cft_i]": "FTQ", "[cin_i]": "INQ", "[gal_us]": "GLL", "[pt_us]": "PTL", "[bbl_us]": "BLL", "[bu_us]": "BUA",
  "[tbs_us]": "G24", "[tsp_us]": "G25",
  // time
  s: "SEC", min: "MIN", h: "HUR", d: "DAY", wk: "WEE", mo: "MON", a: "ANN", ms: "C26", us: "B98", ns: "C47",
  // mass
  t: "TNE", kg: "KGM", g: "GRM", mg: "MGM", ug: "MC", "[lb_av]": "LBR", "[oz_av]": "ONZ", "[oz_tr]": "APZ",
  "[lton_av]": "LTN", "[ston_av]": "STN",
  // energy and power
  "kW.h": "KWH", "MW.h": "MWH", "GW.h": "GWH", "TW.h": "D32", "W.h": "WHR", J: "JOU", kJ: "KJO", eV: "A53",
  W: "WTT", kW: "KWT", MW: "MAW", GW: "A90", TW: "D31", mW: "C31", "V.A": "D46", "kV.A": "KVA", "MV.A": "MVA",
  // electricity, frequency, sound
  V: "VLT", kV: "KVT", mV: "2Z", A: "AMP", kA: "B22", mA: "4K", "A.h": "AMH", Ohm: "OHM", T: "D33",
  Hz: "HTZ", kHz: "KHZ", MHz: "MHZ", GHz: "A86", dB: "2N",
  // force, light, temperature
  N: "NEW", kN: "B47", cd: "CDL", lm: "LUM", "cd/m2": "A24", K: "KEL", Cel: "CEL", rad: "C81", deg: "DD",
  // data
  By: "AD", kBy: "2P", MBy: "4L", GBy: "E34", TBy: "E35", bit: "A99", "bit/s": "B10",
  // proportions
  "%": "P1", "[ppm]": "59",
  // speed, density, flow
  "km/h": "KMH", "m/s": "MTS", "km/s": "M62", "mm/h": "H67", "[kn_i]": "KNT", "[mi_i]/h": "HM",
  "kg/m3": "KMQ", "t/m3": "D41", "g/cm3": "23", "g/L": "GL", "mg/L": "M1", "ug/L": "H29", "mg/m3": "GP", "ug/m3": "GQ",
  "kg/m2": "28", "t/d": "L71", "t/h": "E18", "t/a": "M89", "kg/h": "E93", "m3/s": "MQS", "m3/h": "MQH", "m3/d": "G52",
  "L/min": "L2", "L/s": "G51",
};

/** Parts of currency units: they carry the code of their currency, but an amount in them is a tenth or a hundredth. */
export const MINOR = new Set(["角", "分", "美分", "欧分", "便士", "戈比"]);
