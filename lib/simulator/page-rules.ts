import { BAD_PARAMETER, complain, type Complaint } from './complaint'
import { FIELD_RULES, MODELS } from './field-rules'
import { filledPictureFields, pictureComplaints, type HeadtailKeys } from './picture-field-rules'

/**
 * Everything the gateway's own page forbids in a submit body, in the order of the page.
 * Empty when the page allows the body. What only the model's maker says is not looked at here.
 */
export function pageComplaints(body: unknown, headtailKeys: HeadtailKeys): Complaint[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return [{ field: 'body', code: BAD_PARAMETER, message: 'must be a JSON object' }]
  }
  const fields = new Map<string, unknown>(Object.entries(body))
  const single = [...fieldComplaints(fields), ...pictureComplaints(fields, headtailKeys)]
  return [...single, ...togetherComplaints(fields)]
}

function fieldComplaints(fields: ReadonlyMap<string, unknown>): Complaint[] {
  const complaints: Complaint[] = []
  for (const [field, rule] of Object.entries(FIELD_RULES)) {
    if (!fields.has(field)) {
      if (rule.required) complaints.push(complain(field, 'is required'))
      continue
    }
    const problem = rule.check(fields.get(field))
    if (problem)
      complaints.push({ field, code: problem.code ?? BAD_PARAMETER, message: problem.message })
    else if (!modelTakes(rule.models, fields)) {
      complaints.push(complain(field, `is taken only by ${rule.models?.join(', ')}`))
    }
  }
  const known = [...Object.keys(FIELD_RULES), 'image', 'headtailImages', 'characterImages']
  for (const field of fields.keys()) {
    if (!known.includes(field))
      complaints.push(complain(field.slice(0, 60), 'is not a known field'))
  }
  return complaints
}

function modelTakes(
  models: readonly string[] | undefined,
  fields: ReadonlyMap<string, unknown>,
): boolean {
  const model = fields.get('model')
  // An unknown model has its own complaint and says nothing about the other fields.
  if (!models || !MODELS.some((known) => known === model)) return true
  return models.some((known) => known === model)
}

/** Rules over more than one field. A value that is wrong in itself takes part in none of them. */
function togetherComplaints(fields: ReadonlyMap<string, unknown>): Complaint[] {
  const complaints: Complaint[] = []
  const model = fields.get('model')
  const style = fields.get('style')
  const modes = filledPictureFields(fields)
  const isStyle = style !== undefined && !FIELD_RULES.style?.check(style)
  if (fields.get('duration') === 10 && isOtherModel(model, 'aisphere-v5.5')) {
    complaints.push(complain('duration', '10 is taken only by aisphere-v5.5'))
  }
  if (fields.get('motionMode') === 'fast') {
    const duration = fields.get('duration')
    if (duration === 8 || duration === 10) {
      complaints.push(complain('motionMode', 'fast is only available when duration is 5'))
    }
    if (fields.get('resolution') === '1080p') {
      complaints.push(complain('motionMode', 'resolution 1080p does not support fast'))
    }
  }
  if (isStyle && style !== 'normal' && model === 'aisphere-v5.5') {
    complaints.push(complain('style', 'aisphere-v5.5 takes only normal'))
  }
  if (isStyle && modes.length === 1 && modes[0] === 'headtailImages') {
    complaints.push(complain('style', 'is not taken together with headtailImages'))
  }
  if (modes.includes('characterImages') && isModel(model) && !REFERENCE_MODELS.includes(model)) {
    complaints.push(complain('characterImages', `is taken only by ${REFERENCE_MODELS.join(', ')}`))
  }
  return complaints
}

const REFERENCE_MODELS: readonly string[] = ['aisphere-v4.5', 'aisphere-v5']

function isModel(model: unknown): model is string {
  return MODELS.some((known) => known === model)
}

function isOtherModel(model: unknown, wanted: string): boolean {
  return isModel(model) && model !== wanted
}
