namespace Directives.Alarms;

/// <summary>Sees to it that an alarm is set, wherever it stands: missing, set, over, or being set by another at this moment.</summary>
public sealed class AlarmSetter(IAlarmClock clock)
{
    /// <summary>Sets the alarm where it is not; rings it where it is.</summary>
    /// <param name="ring">Whether one that is set is to look at once.</param>
    /// <returns>Whether it was set by this call.</returns>
    public async Task<bool> EnsureAsync(AlarmName alarm, bool ring, CancellationToken cancel = default)
    {
        if (await clock.StateAsync(alarm, cancel) != AlarmState.Set)
        {
            try
            {
                await clock.SetAsync(alarm, cancel);
                return true;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Only a race is no error: then another has set it meanwhile.
                if (await clock.StateAsync(alarm, cancel) != AlarmState.Set) throw;
            }
        }

        if (ring) await clock.RingAsync(alarm, cancel);
        return false;
    }
}
