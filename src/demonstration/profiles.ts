/**
 * What is true of each procedure of the demonstration, of which its figures are then drawn: how much it is used, online
 * and in all, and how its users find it. Pure.
 */

export type Profile = {
  /** Procedures completed in a year, all channels; null where nobody counts them. */
  readonly volume: number | null;
  /** Share of them done online. */
  readonly digital: number;
  /** The mark that its users would give in the first quarter, were they all asked, 0 to 10; null: nobody is asked. */
  readonly mark: number | null;
  /** What that mark gains each quarter. */
  readonly trend: number;
  /** The first quarter in which it has users online. */
  readonly opensAt: number;
};

type Row = readonly [
  volume: number | null,
  digital: number,
  mark: number | null,
  trend?: number,
  opensAt?: number,
];

const ROWS: Readonly<Record<string, Row>> = {
  demo1: [410_000, 1, 8.4],
  demo2: [640_000, 0.83, 6.9, 0.24],
  demo3: [1_250_000, 1, null],
  demo4: [82_000, 0.58, 8.1],
  demo5: [118_000, 0.44, 7.2, -0.2],
  demo6: [79_000, 1, null],
  demo7: [233_000, 1, 7.6],
  demo8: [512_000, 0.76, 6.4, 0.27],
  demo9: [890_000, 1, null],
  demo10: [147_000, 0.31, 4.6],
  demo11: [6_400, 0.52, 5.4],
  demo12: [1_900_000, 1, 8.7],
  demo13: [385_000, 0.81, 8.2],
  demo14: [2_100_000, 1, null],
  demo15: [31_000, 0.62, 5.9],
  demo16: [264_000, 0.9, 8.5],
  demo17: [74_000, 1, 6.8],
  demo18: [156_000, 0.37, 4.4, 0.15],
  demo19: [98_000, 0.41, 6.6],
  demo20: [23_500, 0.48, 6.1],
  demo21: [540_000, 1, 7.9],
  demo22: [318_000, 0.69, 7.8, -0.25],
  demo23: [187_000, 1, null],
  demo24: [205_000, 0.94, 8.8],
  demo25: [296_000, 0.72, 8],
  demo26: [171_000, 0.79, 7.4],
  demo27: [388_000, 1, 8.1],
  demo28: [342_000, 0.97, 7.1, 0.25],
  demo29: [275_000, 0.99, 8.3],
  demo30: [17_600, 0.85, 9.4],
  demo31: [8_900, 0, null],
  demo32: [301_000, 1, 5.2, 0.22],
  demo33: [482_000, 0.91, 7],
  demo34: [5_600_000, 0.98, 8.6],
  demo35: [366_000, 1, 6.7],
  demo36: [221_000, 0.88, 6.2, -0.18],
  demo37: [640_000, 1, 8.9, 0, 6],
  demo38: [2_450_000, 1, 8],
  demo39: [193_000, 1, 6.3, -0.27],
  demo40: [127_000, 0.86, 7.3],
  demo41: [214_000, 1, 7.7],
  demo42: [4_100, 0.55, 7],
  demo43: [19_800, 0.67, 6.5],
  demo44: [720_000, 1, 8.2],
  demo45: [7_800_000, 0.93, 8.9],
  demo46: [6_950_000, 0.96, 9],
  demo47: [64_000, 0.12, 6.7, 0, 5],
  demo48: [1_380_000, 1, 7.8],
  demo49: [42_000, 0.87, 7.5],
  demo50: [1_150, 0.6, 6.4],
  demo51: [930_000, 0.34, 5.8],
  demo52: [1_640_000, 0.78, 8.6],
  demo53: [410_000, 0.57, 7, 0.2],
  demo54: [388_000, 0.71, 9.1],
  demo55: [56_000, 0.28, 7.7],
  demo56: [83_000, 0.22, 6],
  demo57: [37_500, 0, null],
  demo58: [1_020_000, 0.89, 7.4],
  demo59: [254_000, 0.92, 6.9, -0.23],
  demo60: [88_000, 1.04, 3.9],
  demo61: [3_200, 0.63, 8],
  demo62: [null, 1, 8.4],
};

/** The public ids of the procedures that have a profile. */
export const PROFILED: readonly string[] = Object.keys(ROWS);

/**
 * The profile of a procedure of the demonstration.
 * @throws RangeError for any other: the catalogue and the profiles must tell of the same ones
 */
export function getProfile(publicId: string): Profile {
  const row = ROWS[publicId];
  if (row === undefined) throw new RangeError(`the demonstration has no profile of ${publicId}`);
  const [volume, digital, mark, trend = 0, opensAt = 0] = row;
  return { volume, digital, mark, trend, opensAt };
}
