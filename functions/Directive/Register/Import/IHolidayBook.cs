using Directives.Calendars;
using Directives.Dossiers;

namespace Directives.Register.Import;

/// <summary>Where the decreed holidays of an installation are kept (R2).</summary>
public interface IHolidayBook
{
    /// <summary>Whether they can be changed here while it runs.</summary>
    bool CanChange { get; }

    /// <summary>The years as they stand.</summary>
    ValueTask<IReadOnlyList<HolidayYear>> YearsAsync(CancellationToken cancel = default);

    /// <summary>Puts other years in their place, as one act.</summary>
    /// <param name="before">What was read.</param>
    /// <returns>Whether it was done; not where they are no longer what was read.</returns>
    Task<bool> ReplaceAsync(IReadOnlyList<HolidayYear> before, IReadOnlyList<HolidayYear> after, Actor by, string why, CancellationToken cancel = default);
}
