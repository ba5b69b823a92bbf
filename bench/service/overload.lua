-- One heavy question from many connections, for wrk: each waits DELAY milliseconds (of the environment) between two.
local wait = tonumber(os.getenv("DELAY"))
local body = os.getenv("BODY")

init = function()
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = body
end

delay = function()
  return wait
end

done = function(summary, latency)
  local errors = summary.errors
  local seconds = summary.duration / 1e6
  io.write(string.format("measured %.1f %.1f %d\n", (summary.requests - errors.status) / seconds,
    errors.status / seconds, errors.connect + errors.read + errors.write + errors.timeout))
end
