-- Sixteen questions of a Beacon in turn, for wrk: to the path of the address.
local filters = {
  '{"id":"HP:0001250"}',
  '{"id":"HP:0001250"},{"id":"NCIT:C16576"}',
  '{"id":"HP:0000118"}',
  '{"id":"NCIT:C20197"}',
  '{"id":"HP:0001250","includeDescendantTerms":false}',
  '[{"id":"HP:0001250"},{"id":"HP:0001263"}]',
  '{"id":"timeAtLastEncounter","operator":">=","value":"P18Y"}',
  '{"id":"HP:0001263"},{"id":"timeAtLastEncounter","operator":"<","value":"P18Y"}',
  '{"id":"HP:0001263"}',
  '{"id":"HP:0001263"},{"id":"NCIT:C20197"}',
  '{"id":"HP:0001250"},{"id":"HP:0001263"}',
  '[{"id":"HP:0001250"},{"id":"NCIT:C16576"}],{"id":"HP:0000118"}',
  '{"id":"NCIT:C16576"},{"id":"timeAtLastEncounter","operator":">=","value":"P60Y"}',
  '{"id":"HP:0000118"},{"id":"NCIT:C17998"}',
  '{"id":"HP:0000707"}',
  '{"id":"HP:0000707"},{"id":"HP:0001250"}',
}
local requests = {}
local at = 0

init = function()
  for i, filter in ipairs(filters) do
    local body = '{"meta":{"apiVersion":"v2.1.1"},"query":{"requestedGranularity":"count","filters":[' .. filter .. ']}}'
    requests[i] = wrk.format("POST", wrk.path, { ["Content-Type"] = "application/json" }, body)
  end
end

request = function()
  at = at % #requests + 1
  return requests[at]
end

done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format("measured %.0f %.3f %.3f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
