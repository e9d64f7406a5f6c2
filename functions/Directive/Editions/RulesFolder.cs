using Directives.Calendars;
using Directives.Retention;

namespace Directives.Editions;

/// <summary>A folder with an installation's own rules: <c>editions/*.json</c>, <c>holidays.json</c>, <c>retention.json</c>. What is not in it is the program's own (R2).</summary>
/// <param name="path">The folder; it need not be there. Null for none.</param>
public sealed class RulesFolder(string? path)
{
    /// <summary>The rules in force.</summary>
    /// <exception cref="CannotStartException">A file is wrong; the message says which, where in it, and why.</exception>
    public RuleBook Rules() => Checked(() => new RuleBook(
        In("editions") is { } editions && Directory.Exists(editions) ? EditionLibrary.Load(editions) : EditionLibrary.Sample,
        In("holidays.json") is { } holidays && File.Exists(holidays) ? HolidayFile.Load(holidays) : HolidayFile.Vietnam));

    /// <summary>The terms of retention.</summary>
    /// <exception cref="CannotStartException">The file is wrong; the message says where in it, and why.</exception>
    public RetentionRules Retention() => Checked(() => In("retention.json") is { } own && File.Exists(own) ? RetentionFile.Load(own) : RetentionFile.Program);

    private string? In(string name) => path is null ? null : Path.Combine(path, name);

    private static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RulesFileException e)
        {
            throw new CannotStartException(e.Message);
        }
    }
}
