using System.Globalization;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Recommendations;

/// <summary>Names a case: an authority and an id that says nothing.</summary>
public readonly record struct CaseRef(string Authority, string Id)
{
    /// <summary>Prefix of the rows that hold events.</summary>
    public const string Events = "e|";

    /// <summary>Prefix of the rows that hold ladders.</summary>
    public const string Ladders = "o|";

    /// <summary>The case's dossier.</summary>
    public DossierId Dossier => new(Table.Cases, Partition);

    /// <summary>The case's partition.</summary>
    public string Partition => Keys.Join(Authority, Id);

    /// <summary>Row key of an event.</summary>
    public static string EventKey(int number) => Keys.Join("e", number.ToString("D4", CultureInfo.InvariantCulture));

    /// <summary>Row key of the ladder of an obligation in a round.</summary>
    public static string LadderKey(string duty, int round) => Keys.Join("o", duty, round.ToString("D3", CultureInfo.InvariantCulture));

    /// <summary>The case whose partition this is.</summary>
    /// <exception cref="FormatException">It names none.</exception>
    public static CaseRef Parse(string partition) =>
        Keys.Split(partition) is [var authority, var id] ? new CaseRef(authority, id) : throw new FormatException($"'{partition}' names no case.");
}
