namespace Directives.Local.Cost;

/// <summary>A line of a month's bill.</summary>
/// <param name="Item">What is paid for.</param>
/// <param name="Quantity">How much of it.</param>
/// <param name="Unit">Unit of <paramref name="Quantity"/>.</param>
/// <param name="Cost">What it costs, in the list's currency.</param>
/// <param name="Basis">Whether it was measured, or what else it rests on.</param>
public sealed record BillLine(string Item, double Quantity, string Unit, double Cost, string Basis);
