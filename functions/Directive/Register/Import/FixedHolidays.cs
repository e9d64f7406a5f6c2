using Directives.Calendars;
using Directives.Dossiers;
using Directives.Editions;

namespace Directives.Register.Import;

/// <summary>The holidays that came with the program, or lie in its rules folder: they are read at the start and do not change while it runs.</summary>
public sealed class FixedHolidays(RuleBook rules) : IHolidayBook
{
    /// <inheritdoc/>
    public bool CanChange => false;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HolidayYear>> YearsAsync(CancellationToken cancel = default) => ValueTask.FromResult(rules.Calendar.Years);

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(IReadOnlyList<HolidayYear> before, IReadOnlyList<HolidayYear> after, Actor by, string why, CancellationToken cancel = default) =>
        throw new NotSupportedException("This calendar does not change.");
}
