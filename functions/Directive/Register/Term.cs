namespace Directives.Register;

/// <summary>From a day to a day, both inclusive; without an end while it lasts (R1).</summary>
internal static class Term
{
    public static bool Holds(DateOnly from, DateOnly? to, DateOnly day) => from <= day && (to is null || day <= to);

    public static bool Overlap(DateOnly from, DateOnly? to, DateOnly otherFrom, DateOnly? otherTo) =>
        (to is null || otherFrom <= to) && (otherTo is null || from <= otherTo);
}
