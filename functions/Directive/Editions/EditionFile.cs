using System.Globalization;
using System.Text.Json;

namespace Directives.Editions;

/// <summary>
/// Editions as files and as text (R2). A cycle stores the text of the edition it opened with, so what is written here is
/// what is read back years later.
/// </summary>
public static class EditionFile
{
    private static readonly RulesSchema Schema = new("Editions/edition.schema.json");

    /// <summary>The sample edition of 02-QD/TU, in force from 29 April 2021.</summary>
    public static Edition Sample { get; } = Embedded("02-QD-TU.2021-04-29.json");

    /// <summary>Reads an edition from disk.</summary>
    /// <exception cref="RulesFileException">Missing, unreadable, or wrong in any way.</exception>
    public static Edition Load(string path) => Parse(RulesFile.Read(path), path);

    /// <summary>Reads an edition from text.</summary>
    /// <param name="file">What to call it in errors.</param>
    /// <exception cref="RulesFileException">Wrong in any way.</exception>
    public static Edition Parse(string json, string file)
    {
        ArgumentNullException.ThrowIfNull(json);
        var text = RulesFile.Parse<EditionText>(json, file, Schema);
        var problems = new List<RulesProblem>();
        RulesFile.TryDate(text.InForceFrom, "$.inForceFrom", problems, out var inForceFrom);
        var edition = new Edition(text.Directive, text.Id, inForceFrom, text.Zone, text.Letters.Window(), text.Roles);
        problems.AddRange(EditionRules.Problems(edition));
        return problems.Count == 0 ? edition : throw new RulesFileException(file, problems);
    }

    /// <summary>An edition as text: <see cref="Parse"/> gives an edition of the same rules, and writing that the same text.</summary>
    /// <exception cref="RulesFileException">The edition is wrong, so that its text could not be read back.</exception>
    public static string Write(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var json = JsonSerializer.Serialize(EditionText.From(edition), RulesFile.Json);
        // A cycle must never store what it cannot open again.
        Parse(json, edition.Id);
        return json;
    }

    private static Edition Embedded(string name) => Parse(RulesFile.ReadEmbedded("Editions/" + name), name);

    private sealed record EditionText(
        string Directive, string Id, string InForceFrom, string Zone, WindowText Letters, IReadOnlyList<RoleRule> Roles)
    {
        public static EditionText From(Edition e) => new(
            e.Directive, e.Id, e.InForceFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), e.Zone,
            new(Clock(e.Letters.From), Clock(e.Letters.To)), e.Roles);

        // Seconds would be refused by the schema rather than dropped in silence.
        private static string Clock(TimeOnly time) =>
            time.ToString(time.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : "O", CultureInfo.InvariantCulture);
    }

    private sealed record WindowText(string From, string To)
    {
        public SendingWindow Window() => new(
            TimeOnly.ParseExact(From, "HH:mm", CultureInfo.InvariantCulture),
            TimeOnly.ParseExact(To, "HH:mm", CultureInfo.InvariantCulture));
    }
}
