/** Die Mahnstufe einer Rechnung nach den Tagen, die sie überfällig ist. */
export function mahnstufe(tage) {
	return tage <= 0 ? 0 : tage <= 14 ? 1 : tage <= 28 ? 2 : 3;
}
