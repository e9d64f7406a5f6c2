using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>Names a dossier: one partition of a table that has a head row and a trail.</summary>
public readonly record struct DossierId(Table Table, string Partition)
{
    /// <summary>Form used in the due index; <see cref="Parse"/> reads it.</summary>
    public override string ToString() => $"{Table}:{Partition}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text names no dossier.</exception>
    public static DossierId Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Enum.TryParse<Table>(text.AsSpan(0, colon), out var table)
            ? new DossierId(table, text[(colon + 1)..])
            : throw new FormatException($"'{text}' names no dossier.");
    }
}
