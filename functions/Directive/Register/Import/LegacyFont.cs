using System.Buffers;
using Directives.Register.Import.Sheets;

namespace Directives.Register.Import;

/// <summary>
/// Finds texts that were typed for an older Vietnamese font (TCVN3, VNI), or read in a wrong encoding and saved again: they are valid, and unreadable.
/// </summary>
internal static class LegacyFont
{
    // Of the Latin letters and signs that such texts are full of, none is written in Vietnamese.
    private static readonly SearchValues<char> Signs = SearchValues.Create("¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ");

    // Fewer may be a name from abroad.
    private const int OneIn = 4;

    /// <exception cref="UnusableFileException">Many of the texts in these columns are such.</exception>
    public static void Refuse(SheetTable table, IReadOnlyList<int> columns)
    {
        var (first, count) = ((Row: 0, Text: ""), 0);
        foreach (var row in table.Rows.Skip(1))
        {
            var text = columns.Select(c => row[c].Text).FirstOrDefault(t => t.AsSpan().IndexOfAny(Signs) >= 0);
            if (text is null) continue;
            if (count++ == 0) first = (row.Number, text);
        }

        if (count > 0 && count * OneIn >= table.Rows.Count - 1)
            throw new UnusableFileException(first.Row, "import.file.legacy-font", RegisterProblem.Printable(first.Text), count);
    }
}
