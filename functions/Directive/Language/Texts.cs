using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Directives.Calendars;

namespace Directives.Language;

/// <summary>
/// Every word the system says, in one language (Vietnamese first, English on request). It needs no culture data
/// of the machine: dates and numbers are formatted by the culture built here, so a host without ICU says the same.
/// </summary>
public sealed class Texts
{
    /// <summary>Vietnamese, the neutral language.</summary>
    public static readonly Texts Vietnamese = new(
        "vi", "Directives.Language.Text.resources", "dd/MM/yyyy", "HH:mm 'ngày' dd/MM/yyyy", "MM", '.', ',');

    /// <summary>English.</summary>
    public static readonly Texts English = new(
        "en", "Directives.Language.Text.en.resources", "d MMMM yyyy", "d MMMM yyyy HH:mm", "MMMM", ',', '.');

    /// <summary>Both, Vietnamese first.</summary>
    public static readonly IReadOnlyList<Texts> All = [Vietnamese, English];

    private readonly FrozenDictionary<string, string> _words;
    private readonly CultureInfo _culture;
    private readonly string _dateFormat;
    private readonly string _momentFormat;
    private readonly string _monthFormat;

    private Texts(
        string language, string resource, string dateFormat, string momentFormat, string monthFormat, char group, char point)
    {
        Language = language;
        _dateFormat = dateFormat;
        _momentFormat = momentFormat;
        _monthFormat = monthFormat;
        _culture = Culture(group, point);
        _words = Load(resource);
    }

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>The other of the two languages.</summary>
    public Texts Other => this == Vietnamese ? English : Vietnamese;

    /// <summary>Names of all texts.</summary>
    public IEnumerable<string> Keys => _words.Keys;

    /// <summary>The text of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none: a mistake in the program, found by a test.</exception>
    public string this[string key] => _words.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"There is no text '{key}' in '{Language}'.");

    /// <summary>The text of this name with its places filled; dates and numbers as the language writes them.</summary>
    public string this[string key, params ReadOnlySpan<object?> arguments] => Format(this[key], arguments);

    /// <summary>The texts of a language; anything but <c>en</c> is Vietnamese.</summary>
    public static Texts In(string? language) =>
        string.Equals(language, "en", StringComparison.OrdinalIgnoreCase) ? English : Vietnamese;

    /// <summary>Whether there is a text of this name.</summary>
    public bool Has(string key) => _words.ContainsKey(key);

    /// <summary>E.g. "1 letter", "3 letters": <paramref name="what"/> is letters, days, seats or reports.</summary>
    public string Count(string what, int number) => this[$"count.{what}.{(number == 1 ? "one" : "other")}", Number(number)];

    /// <summary>05/05/2023 or 5 May 2023.</summary>
    public string Date(DateOnly date) => date.ToString(_dateFormat, _culture);

    /// <summary>A local date and time.</summary>
    public string Moment(DateTime local) => local.ToString(_momentFormat, _culture);

    /// <summary>"từ ngày … đến hết ngày …".</summary>
    public string Span(DateOnly from, DateOnly to) => this["period.from-to", from, to];

    /// <summary>A period by its name: a month of reports is named after the month in which it ends.</summary>
    public string Period(Cadence cadence, DateOnly to) => cadence switch
    {
        Cadence.Month => this["period.Month", to.ToString(_monthFormat, _culture), to.Year],
        Cadence.Quarter => this["period.Quarter", (to.Month + 2) / 3, to.Year],
        Cadence.HalfYear => this["period.HalfYear", (to.Month + 5) / 6, to.Year],
        _ => this["period.Year", to.Year],
    };

    /// <summary>A number with its thousands marked.</summary>
    public string Number(long number) => number.ToString("N0", _culture);

    /// <summary>A rung's name in words; a rung that only a rules file knows keeps its own name.</summary>
    public string Rung(string? name) => name is null ? this["rung.none"] : _words.GetValueOrDefault($"rung.{name}", name);

    private string Format(string text, ReadOnlySpan<object?> arguments)
    {
        var written = new object?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            written[i] = arguments[i] switch
            {
                DateOnly date => Date(date),
                DateTime moment => Moment(moment),
                Bilingual name => name.In(this),
                var other => other,
            };
        }

        return string.Format(_culture, text, written);
    }

    private static CultureInfo Culture(char group, char point)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = group.ToString();
        culture.NumberFormat.NumberDecimalSeparator = point.ToString();
        return CultureInfo.ReadOnly(culture);
    }

    private static FrozenDictionary<string, string> Load(string resource)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(resource)
            ?? throw new MissingManifestResourceException(resource);
        using var reader = new ResourceReader(stream);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in reader) words.Add((string)entry.Key, (string)entry.Value!);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
