using System.Globalization;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Cycles;

/// <summary>Names a sheet: a cycle × an area × a part.</summary>
public readonly record struct SheetRef(string Authority, string Cycle, string Area, int Part)
{
    /// <summary>Head, trail entry and this many obligations fit one batch of 100 rows, with room for reports.</summary>
    public const int MostSeats = 90;

    /// <summary>Prefix of the rows that hold obligations.</summary>
    public const string Obligations = "o|";

    /// <summary>The sheet's dossier.</summary>
    public DossierId Dossier => new(Table.Sheets, Partition);

    /// <summary>The sheet's partition.</summary>
    public string Partition => Keys.Join(Authority, Cycle, Area, Part.ToString(CultureInfo.InvariantCulture));

    /// <summary>Row key of a seat's obligation.</summary>
    public static string ObligationKey(string seat) => Keys.Join("o", seat);

    /// <summary>Row key of a version of a seat's report.</summary>
    public static string ReportKey(string seat, int version) => Keys.Join("r", seat, version.ToString("D4", CultureInfo.InvariantCulture));

    /// <summary>The sheet whose partition this is.</summary>
    public static SheetRef Parse(string partition) => Keys.Split(partition) is [var authority, var cycle, var area, var part]
        ? new SheetRef(authority, cycle, area, int.Parse(part, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{partition}' names no sheet.");
}
