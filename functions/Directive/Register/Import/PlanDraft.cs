using Directives.Language;

namespace Directives.Register.Import;

/// <summary>A plan in the making: what each row would do, and what stands in its way.</summary>
/// <param name="day">The local day on which changes begin to count, where the file names none.</param>
/// <param name="trusted">Whether it is asked on the machine itself; on a page nobody alone may open a way to act as a person whose duty takes two.</param>
internal sealed class PlanDraft(ImportFile file, RegisterContent content, DateOnly day, bool trusted)
{
    private readonly List<ImportEntry> _new = [], _changed = [], _gone = [], _ambiguous = [];
    private readonly List<ImportEntry> _wrong = [.. file.Faults];
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, Official>> _names = new(() => content.Officials.ToDictionary(o => o.Id, StringComparer.Ordinal));
    private readonly HashSet<string> _broken = file.Faults.Select(f => f.Code).Where(c => c.Length > 0).ToHashSet(StringComparer.Ordinal);

    public RegisterContent Content => content;

    /// <summary>What places are called in files.</summary>
    public PlaceCodes Codes { get; } = new(content.Places, day);

    public DateOnly Day => day;

    /// <summary>How an official is called in messages: by title, and by the id that stands in files.</summary>
    public Bilingual Name(string official) => _names.Value.GetValueOrDefault(official) is { } known ? new($"{known.Title} ({official})", $"{known.TitleEn} ({official})") : new(official, official);

    public bool Trusted => trusted;

    /// <summary>Codes on rows that cannot be read or carried out: rows that name them are not to blame, and they are not gone.</summary>
    public IReadOnlySet<string> Broken => _broken;

    public void New(ImportRow row, ImportWords why) => _new.Add(new ImportEntry(row.Number, row.Code, why));

    public void Changed(ImportRow row, ImportWords why) => _changed.Add(new ImportEntry(row.Number, row.Code, why));

    public void Gone(string code, ImportWords why) => _gone.Add(new ImportEntry(null, code, why));

    public void Ambiguous(ImportRow row, ImportWords why) => Stop(_ambiguous, row.Number, row.Code, why);

    public void Wrong(ImportRow row, ImportWords why) => Stop(_wrong, row.Number, row.Code, why);

    public void Wrong(ImportRow row, string key, params IReadOnlyList<object?> args) => Wrong(row, new ImportWords(key, args));

    public void Wrong(ImportRow row, RegisterProblemKind kind, string subject, params IReadOnlyList<string> more) =>
        Wrong(row, ImportWords.Of(new RegisterProblem(kind, subject, row.Number, more)));

    /// <summary>Says on which row a code is met first, for what is found of it later.</summary>
    public void Met(ImportRow row) => _rows.TryAdd(row.Code, row.Number);

    /// <summary>What is wrong about something that is not in the file.</summary>
    public void Wrong(string code, ImportWords why) => Stop(_wrong, null, code, why);

    /// <summary>The rows, each code once; a second row of the same code is wrong. Rows without a code, too.</summary>
    public IEnumerable<ImportRow> Once(string column, RegisterProblemKind empty, RegisterProblemKind twice, string what)
    {
        foreach (var row in file.Rows)
        {
            var key = file.Kind == ImportKind.Places ? Codes.Key(row.Code) : row.Code;
            if (row.Code.Length == 0) Wrong(row, empty, row.Code, what, row[column]);
            else if (!_rows.TryAdd(key, row.Number)) Wrong(row, twice, row.Code);
            else if (Check(row)) yield return row;
        }
    }

    /// <summary>The rows whose texts are such as a register may hold.</summary>
    public IEnumerable<ImportRow> All() => file.Rows.Where(Check);

    /// <summary>Whether the texts of a row are such as a register may hold.</summary>
    private bool Check(ImportRow row)
    {
        var problems = new List<RegisterProblem>();
        foreach (var column in ImportColumns.All(file.Kind).Where(c => row.Has(c) && !ImportColumns.IsDay(c)))
        {
            var longest = column is "code" or "id" or "seat" ? RegisterTexts.LongestId : RegisterTexts.LongestText;
            RegisterTexts.CheckShape(problems, row.Code, row.Number, column, row[column], longest);
        }

        foreach (var problem in problems) Wrong(row, ImportWords.Of(problem));
        return problems.Count == 0;
    }

    /// <summary>Says that a text is missing. Returns whether it is there.</summary>
    public bool Needs(ImportRow row, string column)
    {
        if (row[column].Length > 0) return true;
        Wrong(row, RegisterProblemKind.EmptyText, row.Code, column);
        return false;
    }

    /// <summary>Whether a spreadsheet has dropped the zeros before a known code; says so.</summary>
    public bool LostZeros(ImportRow row, IReadOnlyDictionary<string, string> withZeros)
    {
        if (!row.Code.All(char.IsAsciiDigit) || !withZeros.TryGetValue(row.Code, out var known)) return false;
        Wrong(row, "import.wrong.zeros", row.Code, known);
        return true;
    }

    /// <summary>Known codes that begin with zeros, by what is left without them.</summary>
    public static IReadOnlyDictionary<string, string> WithZeros(IEnumerable<string> codes) => codes.Where(c => c.Length > 1 && c[0] == '0' && c.All(char.IsAsciiDigit))
        .GroupBy(c => c.TrimStart('0'), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The plan. What the register would be is checked as a whole once more, for what only shows there: circles above all.</summary>
    public ImportPlan Done(RegisterContent after)
    {
        foreach (var problem in RegisterChecks.Of(after))
        {
            if (problem.Args.Any(_broken.Contains)) continue;
            _wrong.Add(new ImportEntry(_rows.TryGetValue(problem.Subject, out var row) ? row : null, problem.Subject, ImportWords.Of(problem)));
        }

        var stopped = _wrong.Concat(_ambiguous).Select(e => e.Row).OfType<int>().ToHashSet();
        var plan = new ImportPlan
        {
            Kind = file.Kind,
            Day = day,
            New = InOrder(_new.Where(e => !stopped.Contains(e.Row!.Value))),
            Changed = InOrder(_changed.Where(e => !stopped.Contains(e.Row!.Value))),
            Gone = InOrder(_gone),
            Ambiguous = InOrder(_ambiguous),
            Wrong = InOrder(_wrong),
        };
        return plan.IsClean && !ReferenceEquals(after, content) ? plan with { After = after } : plan;
    }

    private void Stop(List<ImportEntry> list, int? row, string code, ImportWords why)
    {
        list.Add(new ImportEntry(row, RegisterProblem.Printable(code), why));
        _broken.Add(code);
    }

    private static IReadOnlyList<ImportEntry> InOrder(IEnumerable<ImportEntry> entries) =>
        [.. entries.OrderBy(e => e.Row ?? int.MaxValue).ThenBy(e => e.Code, StringComparer.Ordinal)];
}
