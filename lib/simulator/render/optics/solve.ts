/**
 * The solution of a small symmetric system of equations, by elimination. Of the matrix, row by row,
 * only the lower half is read. An unknown that nothing depends on stays 0.
 */
export function solve(matrix: Float64Array, right: Float64Array): number[] {
  const size = right.length
  const rows = Array.from(right, (value, i) => [
    ...Array.from(right, (_, k) => matrix[Math.max(i, k) * size + Math.min(i, k)] ?? 0),
    value,
  ])
  rows.forEach((row, pivot) => {
    for (const other of rows.slice(pivot + 1)) {
      const factor = over(other[pivot] ?? 0, row[pivot] ?? 0)
      for (let k = pivot; k <= size; k++) other[k] = (other[k] ?? 0) - factor * (row[k] ?? 0)
    }
  })
  const solution = Array.from(right, () => 0)
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] ?? []
    const known = solution.reduce((sum, value, k) => sum + value * (row[k] ?? 0), 0)
    solution[i] = over((row[size] ?? 0) - known, row[i] ?? 0)
  }
  return solution
}

function over(value: number, divisor: number): number {
  return Math.abs(divisor) < 1e-9 ? 0 : value / divisor
}
