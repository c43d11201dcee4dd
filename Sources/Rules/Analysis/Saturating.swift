extension UInt128 {
    /// The sum, or the largest number where it is larger.
    ///
    /// Sums and products of natural numbers that stop at the largest are right wherever the result is
    /// smaller, in whatever order they are computed: what is cut off never comes back.
    func saturatingPlus(_ other: UInt128) -> UInt128 {
        let (sum, isTooLarge) = addingReportingOverflow(other)
        return isTooLarge ? .max : sum
    }

    /// The product, or the largest number where it is larger.
    func saturatingTimes(_ other: UInt128) -> UInt128 {
        let (product, isTooLarge) = multipliedReportingOverflow(by: other)
        return isTooLarge ? .max : product
    }
}
